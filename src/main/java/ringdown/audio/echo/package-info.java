/**
 * The line echo canceller: takes out of what comes from a two-wire line what the hybrid sends back of the far talker.
 * One per analog port, in its audio thread; figures by LINES.md rule 19 and ITU-T G.168.
 */
@NullMarked
package ringdown.audio.echo;

import org.jspecify.annotations.NullMarked;
