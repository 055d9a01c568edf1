/**
 * Signalling tones: what a tone is made of, how it is interrupted, how each country's exchange sounds, and the generator
 * that makes it audible. Lines, media, the simulator and the call-progress detector use it.
 */
@NullMarked
package ringdown.audio.tone;

import org.jspecify.annotations.NullMarked;
