/**
 * The two line chips as silicon: registers with their reset values, busy bits, calibration, the link over the isolation, debounce,
 * power alarms and a PCM highway, on modelled wires. Written after the data sheets and not after the drivers, whose numbers it does
 * not share, so that a driver is proven by it. The simulated board solders them in and steps them; they can also be broken.
 */
@NullMarked
package ringdown.board.simulated.silicon;

import org.jspecify.annotations.NullMarked;
