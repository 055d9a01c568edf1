/**
 * Where a call goes: pure decisions from values, no clock and no telephone. {@link ringdown.routing.Router} makes the plan of a call,
 * says who is rung when a stage starts and why others are not; {@link ringdown.routing.YearProof} refuses scripts that do not end. The
 * switchboard calls the first, the page and the office file's import the second.
 */
@NullMarked
package ringdown.routing;

import org.jspecify.annotations.NullMarked;
