/**
 * What callers hear in words: the fixed sentences, dates, hours and numbers in Ukrainian, Russian and English, and
 * texts of the office spoken by a synthesizer. The fixed part ships as sound, so that a box without a synthesizer
 * still speaks it; any sound can be replaced by the office's own WAV. {@link ringdown.prompts.Prompts} is the front
 * door; the switchboard, voicemail and conversations ask it for sounds, the page lists and replaces them.
 */
@NullMarked
package ringdown.prompts;

import org.jspecify.annotations.NullMarked;
