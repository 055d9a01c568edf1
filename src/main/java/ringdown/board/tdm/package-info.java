/**
 * The PCM highway: one octet for each slot in every 125 us, which is the clock of all sound where a board is present. Drivers of
 * chips speak and hear through it; the simulated board implements it by memory.
 */
@NullMarked
package ringdown.board.tdm;

import org.jspecify.annotations.NullMarked;
