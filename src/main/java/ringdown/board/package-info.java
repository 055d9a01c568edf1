/**
 * What lines are plugged into: a board has line cards and the frame clock of its PCM highway. The appliance makes the board that the
 * command line names and hands its cards to the line room.
 */
@NullMarked
package ringdown.board;

import org.jspecify.annotations.NullMarked;
