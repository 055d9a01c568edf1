/**
 * What is written down and must add up: call records with their parts, outcomes, promises, deviations, balance, deaf time. The rules
 * of CONTRACT §3 are pure functions here; where it is kept is the store's business. The switchboard writes, the page reads.
 */
@NullMarked
package ringdown.ledger;

import org.jspecify.annotations.NullMarked;
