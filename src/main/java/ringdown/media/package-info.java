/**
 * Sound between legs: the clock that pulls it in frames, the cross-connect that joins voices, players and mixers.
 * Called by whoever carries a call; knows no signalling.
 */
@NullMarked
package ringdown.media;

import org.jspecify.annotations.NullMarked;
