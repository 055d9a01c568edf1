/**
 * The two times of the house: wall time, which may step and knows whether it is trusted, and monotonic time, which never steps.
 * Every wait goes through it, so that tests move time instead of sleeping. Everyone above calls it.
 */
@NullMarked
package ringdown.clock;

import org.jspecify.annotations.NullMarked;
