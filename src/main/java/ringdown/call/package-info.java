/**
 * The seam between calls and what they run over: Leg, Telephone, OutsideLine, and the Inbox through which a call hears of them.
 * Edges implement it, the engine uses it; an analog and a SIP telephone are the same thing here.
 */
@NullMarked
package ringdown.call;

import org.jspecify.annotations.NullMarked;
