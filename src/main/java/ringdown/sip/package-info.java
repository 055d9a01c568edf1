/**
 * SIP telephones and trunks: the stack, who is registered, and the legs that calls from and to them are made of (RFC 3261 and what
 * stands around it). The only user of {@code javax.sip}. The roof builds {@code SipEdge}; everyone else sees a SIP telephone
 * only as {@code Telephone}, {@code OutsideLine} and {@code Leg}.
 */
@NullMarked
package ringdown.sip;

import org.jspecify.annotations.NullMarked;
