/**
 * Caller ID as sound: FSK in Bell 202 and V.23, the data link layer of ETSI EN 300 659-3 and Telcordia GR-30, DTMF in
 * its national variants, and the Russian multi-frequency packet (АОН). {@link CallerIdReceiver} hears by itself which of
 * them comes; {@link CallerIdSender} is the exchange's side. Lines, analog telephones and the simulator use it.
 */
@NullMarked
package ringdown.audio.callerid;

import org.jspecify.annotations.NullMarked;
