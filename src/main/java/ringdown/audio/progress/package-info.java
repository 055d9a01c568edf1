/**
 * What is heard on a line in a call: dial tone, ring back, busy and congestion by frequency and cadence, special
 * information, fax; and whether somebody speaks. Lines decide release with it, recorders what is a message, legs
 * whether both sides talked.
 */
@NullMarked
package ringdown.audio.progress;

import org.jspecify.annotations.NullMarked;
