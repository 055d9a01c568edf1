/**
 * Where a call goes: pure decisions from values, no clock and no telephone. {@link ringdown.routing.Router} makes the plan of a call,
 * says who is rung when a stage starts and why others are not. The
 * switchboard and the year-proof in {@code routing.year} call it.
 */
@NullMarked
package ringdown.routing;

import org.jspecify.annotations.NullMarked;
