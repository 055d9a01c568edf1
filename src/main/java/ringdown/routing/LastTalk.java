package ringdown.routing;

import java.time.Instant;
import ringdown.number.Extension;

/** Who talked longest in the caller's last talk, and when it ended. */
public record LastTalk(Extension person, Instant at) {}
