package ringdown.switchboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringdown.ledger.StageEntry;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.office.Person;
import ringdown.office.Phone;
import ringdown.office.Port;
import ringdown.routing.Resolved;

/**
 * For an hour after a call for help every caller may be the dispatcher: the telephone that called and the front desk are rung first,
 * at any hour, whatever their people have said of themselves (LINES rule 1). Runs on the call's thread.
 */
final class HelpCall {
    private static final Duration RINGS = Duration.ofSeconds(30);
    private static final String TARGET = "call for help";

    private final CallRun run;

    HelpCall(CallRun run) {
        this.run = run;
    }

    /** Who lifted; empty: nobody in time, and the call goes its way. */
    Optional<Bells.Bell> ring(List<HelpOnDisk.Called> help, CallerId shown) {
        List<Resolved.Bell> bells = bells(help);
        bells.forEach(bell -> run.desk.boxCalls().giveWay(new Extension(Bellings.who(bell))));
        run.event("somebody has called for help: their telephone and the front desk are rung first");
        long begun = run.desk.clock().nanos();
        StageEntry.Result how = StageEntry.Result.CALLER_LEFT;
        try (RingBack ringBack = new RingBack(run, new Sounds(run.desk.prompts(), run.office.info()))) {
            Ringer ringer = new Ringer(run, shown, null, ringBack, null, true).forHelp();
            try {
                RingResult result = ringer.ring(List.of(new Resolved.Turn(bells, RINGS)), run.deadline(RINGS));
                how = Reaching.word(result);
                return result instanceof RingResult.Taken taken ? Optional.of(taken.by()) : Optional.empty();
            } finally {
                write(ringer, begun, how);
            }
        }
    }

    private void write(Ringer ringer, long begun, StageEntry.Result how) {
        Map<String, String> notRung = new LinkedHashMap<>(ringer.notRung());
        notRung.keySet().removeAll(ringer.rang());
        double seconds = run.secondsSince(begun);
        run.desk
                .ledger()
                .stage(run.id(), new StageEntry(TARGET, new ArrayList<>(ringer.rang()), notRung, seconds, how));
    }

    /** Each telephone that help was called with, then the front desk. */
    private List<Resolved.Bell> bells(List<HelpOnDisk.Called> help) {
        Map<Extension, List<Phone>> all = new LinkedHashMap<>();
        for (HelpOnDisk.Called one : help) {
            Phone phone = Port.of(one.telephone()).<Phone>map(Phone.Analog::new).orElseGet(Phone.Sip::new);
            List<Phone> theirs = all.computeIfAbsent(new Extension(one.extension()), who -> new ArrayList<>());
            if (!theirs.contains(phone)) {
                theirs.add(phone);
            }
        }
        for (Extension who : FrontDesk.of(run.office)) {
            run.office.person(who).map(Person::phones).ifPresent(phones -> all.putIfAbsent(who, phones));
        }
        return all.entrySet().stream()
                .<Resolved.Bell>map(one -> new Resolved.Bell.OfPerson(one.getKey(), one.getValue()))
                .toList();
    }
}
