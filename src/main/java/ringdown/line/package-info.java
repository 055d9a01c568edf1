/**
 * The analog side without any chip: what an outside line and an analog telephone do, decided from what a line card can know
 * (hook, ringing, battery, polarity, loop current, sound). The appliance opens it through AnalogEdge; boards implement the cards.
 */
@NullMarked
package ringdown.line;

import org.jspecify.annotations.NullMarked;
