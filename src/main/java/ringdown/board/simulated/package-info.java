/**
 * A board of modelled two-wire lines: battery, polarity, current by Ohm's law, ringing voltage, hybrid echo and noise, with an exchange
 * or a telephone at the far end of each pair and a modelled chip at this one, run by the drivers of the real chips. The simulator drives the
 * far ends; the lines above see only cards.
 */
@NullMarked
package ringdown.board.simulated;

import org.jspecify.annotations.NullMarked;
