/**
 * What is written down and must add up: call records, outcomes, promises, balance, deaf time. Declares what it needs stored; store implements it.
 * The switchboard writes, the page and the reports read.
 */
@NullMarked
package ringdown.ledger;

import org.jspecify.annotations.NullMarked;
