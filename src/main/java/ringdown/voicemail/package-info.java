/**
 * Messages: taking one after the tone, keeping it, and letting staff listen to it by keys. The switchboard calls it when nobody took
 * a call, and for {@code *97}; the store keeps the entries, recording the sound.
 */
@NullMarked
package ringdown.voicemail;

import org.jspecify.annotations.NullMarked;
