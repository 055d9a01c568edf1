/**
 * Pure sound: what a telephone engineer does with samples and no line, no socket and no clock. Everything here works on
 * linear 16-bit samples at 8 kHz in {@code short[]} blocks of any length (one tick of the house is {@link Frame#SAMPLES}
 * samples); levels are dBm0 with a full-scale sine at +3.14 dBm0. Generators fill a block ({@code read}), detectors eat
 * one ({@code process}); none of them starts a thread, does I/O or allocates per block, and none is safe for two threads
 * at once. Lines, media, prompts, recordings and the simulator call it; it calls nobody.
 */
@NullMarked
package ringdown.audio;

import org.jspecify.annotations.NullMarked;
