/**
 * Who calls the office: contacts and how their classes are learned. Data that grows every day, not configuration. Routing asks
 * {@link ringdown.contacts.Contacts} who is calling; the store keeps them; the page edits them.
 */
@NullMarked
package ringdown.contacts;

import org.jspecify.annotations.NullMarked;
