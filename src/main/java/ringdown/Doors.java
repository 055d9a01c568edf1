package ringdown;

import java.io.IOException;
import java.net.Inet6Address;
import java.util.List;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.sip.SipEdge;
import ringdown.store.DataFolderUnusable;
import ringdown.store.Store;
import ringdown.store.StoreFault;
import ringdown.web.Rooms;
import ringdown.web.WebPortTaken;
import ringdown.web.WebServer;
import ringdown.web.WebSettings;

/** What only one program on the machine can have: the data folder and the ports. Each that cannot be had is a fault that names its option. */
final class Doors {
    private static final int WRONG = 2;
    private static final int IN_USE = 3;

    private final Options options;

    Doors(Options options) {
        this.options = options;
    }

    /** The store, to be closed by the caller. */
    Store data(OfficeClock clock, Notices notices, Alarms alarms) throws StartFault {
        try {
            return Store.open(options.data(), clock, notices, alarms);
        } catch (DataFolderUnusable wrong) {
            throw new StartFault(WRONG, List.of("--data " + options.data() + ": " + wrong.getMessage()));
        } catch (StoreFault fault) {
            throw new StartFault(IN_USE, List.of("--data " + options.data() + ": " + fault.getMessage()));
        }
    }

    void sip(SipEdge sip) throws StartFault {
        try {
            sip.start();
        } catch (IOException taken) {
            throw new StartFault(IN_USE, List.of("--sip " + options.sip() + ": " + taken.getMessage()));
        }
    }

    /** The server, started, to be closed by the caller. */
    WebServer web(Rooms rooms) throws StartFault {
        WebServer web = new WebServer(
                new WebSettings(options.bind(), options.http(), options.board().toString(), Version.TEXT), rooms);
        try {
            web.start();
            return web;
        } catch (WebPortTaken taken) {
            web.close();
            throw new StartFault(IN_USE, List.of("--http " + options.http() + ": " + taken.getMessage()));
        }
    }

    /** What is printed once calls are taken. */
    String readyLine(WebServer web) {
        return "ringdown ready web=http://%s:%d/ sip=%s:%d board=%s"
                .formatted(host(), web.port(), host(), options.sip(), options.board());
    }

    private String host() {
        String address = options.bind().getHostAddress();
        return options.bind() instanceof Inet6Address ? "[" + address + "]" : address;
    }
}
