/**
 * The office tried on a whole year before it is taken: every caller class on every line, every span of minutes in which the outcome
 * cannot change, every state of the staff, with the router's own decisions. It exists so that no change of a script can lead a caller
 * into silence, a circle or a busy tone, or leave a promise without an owner. {@link ringdown.routing.year.YearProof} is called on each
 * change of the office file and once a day, {@link ringdown.routing.year.WhatIf} by the page for one moment. Pure.
 */
@NullMarked
package ringdown.routing.year;

import org.jspecify.annotations.NullMarked;
