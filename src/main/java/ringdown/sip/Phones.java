package ringdown.sip;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import ringdown.call.Arrival;
import ringdown.call.Doorway;
import ringdown.call.Inbox;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Person;

/** The SIP telephones of the people in the office file, and the calls they make. Safe from any thread. */
final class Phones {
    private final CurrentOffice office;
    private final Plant plant;
    private final Registrar registrar;
    private final Notices notices;
    private final Doorway doorway;
    private final Subscriptions subscriptions;
    private final Map<Extension, SipPhone> phones = new ConcurrentHashMap<>();

    Phones(
            CurrentOffice office,
            Plant plant,
            Registrar registrar,
            Notices notices,
            Doorway doorway,
            Subscriptions subscriptions) {
        this.office = office;
        this.plant = plant;
        this.registrar = registrar;
        this.notices = notices;
        this.doorway = doorway;
        this.subscriptions = subscriptions;
    }

    boolean known(Extension extension) {
        return office.get().person(extension).filter(Person::hasSip).isPresent()
                && !office.get().hasLeft(extension, plant.clock().now());
    }

    Optional<SipPhone> phone(Extension extension) {
        return known(extension) ? Optional.of(made(extension)) : Optional.empty();
    }

    private SipPhone made(Extension extension) {
        return phones.computeIfAbsent(extension, e -> new SipPhone(e, plant, registrar, notices, subscriptions));
    }

    /** A proven INVITE. */
    void callFrom(Request request, ServerTransaction transaction, Extension extension) {
        switch (Replaces.in(request, plant.dialogs())) {
            case Replaces.Wish.Nothing nothing -> {
                String dialled =
                        Uri.of(request.getRequestURI(), null).map(Uri::user).orElse("");
                String id = made(extension).id();
                offer(request, transaction, extension, new Arrival.FromPhone(extension, id, dialled));
            }
            case Replaces.Wish.Refused(int status) -> SipStack.answer(transaction, Text.response(request, status));
            case Replaces.Wish.Of(SipLeg leg) ->
                offer(request, transaction, extension, new Arrival.Replacing(extension, leg));
        }
    }

    private void offer(Request request, ServerTransaction transaction, Extension extension, Arrival arrival) {
        SipPhone phone = made(extension);
        Inbox inbox = doorway.inbox();
        SipLeg[] mine = new SipLeg[1];
        CallerLeg leg = new CallerLeg(
                plant, request, transaction, extension.digits(), "ringdown", inbox, null, () -> phone.left(mine[0]));
        mine[0] = leg;
        leg.hasDisplay(null);
        leg.seenBy(phone::seen);
        phone.joined(leg);
        leg.begin(ready -> doorway.offer(ready, arrival, inbox));
    }

    /** The person has left: nothing of theirs is registered any more; a call that goes on may end. */
    void signOff(Extension extension) {
        registrar.removeAll(extension);
        subscriptions.endAll(extension);
    }

    /** Who is gone from the office file, or has another secret, is registered no more. */
    void follow(Office before, Office now) {
        for (Person was : before.people()) {
            Person is = now.person(was.extension()).orElse(null);
            boolean stays = is != null && is.hasSip() && java.util.Objects.equals(is.secret(), was.secret());
            if (!stays) {
                signOff(was.extension());
            }
            if (is == null) {
                phones.remove(was.extension());
            }
        }
    }
}
