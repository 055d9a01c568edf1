/**
 * Drivers of Silicon Laboratories' line chips: Si3050 with Si3018 or Si3019 (a port that stands where a telephone would) and Si3210
 * (a port that feeds one). They see one chip's registers and the PCM highway, nothing else, so that a board and the modelled silicon
 * run the same code. A board opens one driver a port, lets it look at its chip once a millisecond, and hands it to the lines.
 * Registers with their names and sources: Si3050Registers, Si3210Registers, IndirectTable.
 */
@NullMarked
package ringdown.board.proslic;

import org.jspecify.annotations.NullMarked;
