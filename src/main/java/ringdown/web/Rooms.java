package ringdown.web;

import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.contacts.ClassLearning;
import ringdown.contacts.Contacts;
import ringdown.ledger.Ledger;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.office.Passes;
import ringdown.presence.Overrides;
import ringdown.presence.Presence;
import ringdown.prompts.Prompts;
import ringdown.quality.Quality;
import ringdown.recording.Recordings;
import ringdown.voicemail.Messages;

/**
 * What the page looks into and acts on, handed over by the roof.
 *
 * @param farSide null: the board is not simulated
 */
public record Rooms(
        OfficeClock clock,
        CurrentOffice office,
        OfficeChanges changes,
        Passes passes,
        Ledger ledger,
        Contacts contacts,
        ClassLearning classes,
        Messages messages,
        Prompts prompts,
        Presence presence,
        Overrides overrides,
        Notices notices,
        Alarms alarms,
        CallBacks callBacks,
        CallsOutDoor callsOut,
        LineCalls lineCalls,
        Lines lines,
        Nights nights,
        Quality quality,
        Recordings recordings,
        PausedTalks pausedTalks,
        BanBook bans,
        ParkedCalls parkedCalls,
        @Nullable FarSide farSide) {}
