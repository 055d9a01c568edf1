package ringdown.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.message.Request;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.call.TelephoneCall;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;

/** All SIP telephones of one person: they ring together as one leg, and the first that is lifted has the call. Safe from any thread. */
final class SipPhone implements Telephone {
    private final Extension extension;
    private final Plant plant;
    private final Registrar registrar;
    private final Notices notices;
    private final Subscriptions subscriptions;
    private final Revival revival;
    private final Set<SipLeg> legs = ConcurrentHashMap.newKeySet();

    SipPhone(Extension extension, Plant plant, Registrar registrar, Notices notices, Subscriptions subscriptions) {
        this.extension = extension;
        this.plant = plant;
        this.registrar = registrar;
        this.notices = notices;
        this.subscriptions = subscriptions;
        this.revival = new Revival(plant, registrar);
    }

    @Override
    public String id() {
        return "sip:" + extension;
    }

    @Override
    public Extension extension() {
        return extension;
    }

    @Override
    public State state() {
        if (!legs.isEmpty()) {
            boolean onlyRings = legs.stream().allMatch(leg -> leg instanceof RungLeg && !leg.answered());
            return onlyRings ? State.RINGING : State.BUSY;
        }
        return registrar.registered(extension) ? State.FREE : State.UNREACHABLE;
    }

    /** One that is only slow to answer is waited for; one that has signed off, or never came back, is not. */
    @Override
    public boolean reachable() {
        return !registrar.all(extension).isEmpty();
    }

    @Override
    public List<TelephoneCall> calls() {
        return legs.stream().map(SipLeg::seen).toList();
    }

    /** One of its calls has moved on: nobody is freer or busier by that, but lamps show it. */
    void seen() {
        subscriptions.changed(Watched.lamp(extension.digits()));
    }

    /** A leg of this telephone lives from now on. */
    void joined(SipLeg leg) {
        legs.add(leg);
        changed();
    }

    void left(SipLeg leg) {
        legs.remove(leg);
        changed();
    }

    void changed() {
        notices.post(new Notice.PersonChanged(extension.digits()));
    }

    @Override
    public Leg ring(RingRequest request, Inbox inbox) {
        SipLeg[] mine = new SipLeg[1];
        RungLeg leg = new RungLeg(plant, extension.digits(), inbox, () -> left(mine[0]));
        mine[0] = leg;
        leg.hasDisplay(request.caller());
        leg.seenBy(this::seen);
        joined(leg);
        leg.start(registrar.reachable(extension).stream()
                .map(b -> callTo(b, request))
                .toList());
        return leg;
    }

    private CallTo callTo(Binding binding, RingRequest request) {
        NextHop hop = binding.hop();
        String host = plant.stack().hostToward(hop);
        String contact = binding.registration().contact();
        return new CallTo(
                contact,
                Party.address(request.caller(), host),
                "<sip:" + extension + "@" + host + ">",
                "ringdown",
                headers(request, host),
                hop,
                null,
                () -> revival.silent(binding));
    }

    private static List<String> headers(RingRequest request, String host) {
        List<String> lines = new ArrayList<>(Party.lines(request.caller(), host, "calling"));
        if (request.answerNow()) {
            lines.add("Call-Info: <sip:" + host + ">;answer-after=0");
            lines.add("Alert-Info: <http://" + host + ">;info=alert-autoanswer;delay=0");
        }
        if (request.calledNumber() != null) {
            lines.add("P-Called-Party-ID: <sip:" + request.calledNumber().replaceAll("[^0-9+]", "") + "@" + host + ">");
        }
        return lines;
    }

    /** Who has asked is told in the dialog of it, all others without having asked. */
    @Override
    public void lamp(boolean on, int newMessages) {
        subscriptions.changed(Watched.mail(extension));
        for (Binding binding : registrar.reachable(extension)) {
            if (!subscriptions.tellsOfMail(extension, binding)) {
                Request told = Lamp.notify(plant, extension, binding, new WaitingMail(on, newMessages));
                plant.stack().send(told, binding.hop(), Replies.NONE);
            }
        }
    }
}
