/**
 * DTMF both ways: the sender of ITU-T Q.23 and a receiver to the figures of Q.24 that survives speech and dial tone.
 * Lines, voice menus, the simulator and caller ID by DTMF use it.
 */
@NullMarked
package ringdown.audio.dtmf;

import org.jspecify.annotations.NullMarked;
