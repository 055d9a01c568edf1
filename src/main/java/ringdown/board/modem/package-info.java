/**
 * Voice modems on a serial device (ITU-T V.253) as outside lines: one port each, two threads each, their own clock each. The front door
 * is {@link ringdown.board.modem.ModemBoard}, which the appliance makes of {@code --board modem:DEVICE}. To the line room a modem is an
 * {@code FxoCard} that tells its own signs; nothing above knows AT commands.
 */
@NullMarked
package ringdown.board.modem;

import org.jspecify.annotations.NullMarked;
