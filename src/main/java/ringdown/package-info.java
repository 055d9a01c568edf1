/** The roof: options, wiring, start, and stop in reverse. Everything below is handed what it needs here. */
@NullMarked
package ringdown;

import org.jspecify.annotations.NullMarked;
