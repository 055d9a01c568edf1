/**
 * One place to post what has changed and one to listen: the page, the mailer and the edges learn of a committed change here.
 * Also the list of alarms, raised and healed by whoever sees the trouble.
 */
@NullMarked
package ringdown.notice;

import org.jspecify.annotations.NullMarked;
