package ringdown;

import java.util.List;
import ringdown.sip.SipEdge;
import ringdown.web.BanBook;

/** The ban list of SIP as the page shows it. */
final class BannedAddresses implements BanBook {
    private final SipEdge sip;

    BannedAddresses(SipEdge sip) {
        this.sip = sip;
    }

    @Override
    public List<Banned> standing() {
        return sip.bans().stream()
                .map(ban -> new Banned(ban.address(), ban.since(), ban.until(), ban.reason()))
                .toList();
    }

    @Override
    public boolean lift(String address) {
        return sip.lift(address);
    }
}
