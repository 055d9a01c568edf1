/**
 * Telephony boards that sit on the pins of a Raspberry Pi: SwitchPi OAK and OAK8X. A profile says which pins, chip selects, chains and
 * slots a board has; {@link ringdown.board.hat.HatBoard} finds its modules, runs one driver a port, and hands the cards to the lines.
 * SPI and the reset pin go through Pi4J, the PCM highway through ALSA. The appliance opens it for {@code --board oak} and
 * {@code oak8x}; what is missing is an alarm and is tried again.
 */
@NullMarked
package ringdown.board.hat;

import org.jspecify.annotations.NullMarked;
