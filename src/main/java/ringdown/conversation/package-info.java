/**
 * What happens between two people: the talk itself, hold with music, who was heard, who left and in which state. Called by the
 * switchboard, which decides what follows.
 */
@NullMarked
package ringdown.conversation;

import org.jspecify.annotations.NullMarked;
