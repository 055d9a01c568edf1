/**
 * E-mail that leaves the box: messages with their sound, statements of the ledger. What is to be sent lies in the database until the
 * provider's server has taken it, so that neither a restart nor an outage loses it. The roof wires {@link ringdown.mailer.Postman};
 * {@link ringdown.mailer.Outbox} is implemented by the store. The only user of Jakarta Mail.
 */
@NullMarked
package ringdown.mailer;

import org.jspecify.annotations.NullMarked;
