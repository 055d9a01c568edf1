/**
 * The far side of the simulated board: an exchange at the end of each outside line, a telephone at each port. What it knows it hears
 * and sees on the wires; what it tells it says in sound and current. The page's simulator and the tests drive it through Simulator.
 */
@NullMarked
package ringdown.simulator;

import org.jspecify.annotations.NullMarked;
