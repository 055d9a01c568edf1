package ringdown.switchboard;

import ringdown.clock.OfficeClock;
import ringdown.contacts.ClassLearning;
import ringdown.contacts.Contacts;
import ringdown.ledger.Ledger;
import ringdown.media.CrossConnect;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.presence.Overrides;
import ringdown.presence.Presence;
import ringdown.prompts.Prompts;
import ringdown.recording.TalkRecorder;
import ringdown.voicemail.MailboxVisit;
import ringdown.voicemail.MessageTaker;

/** What every call works with. */
public record Desk(
        CurrentOffice office,
        Ledger ledger,
        OfficeClock clock,
        CrossConnect matrix,
        Presence presence,
        Overrides overrides,
        Contacts contacts,
        ClassLearning learning,
        Prompts prompts,
        MessageTaker messageTaker,
        MailboxVisit mailboxVisit,
        Equipment equipment,
        WaysOut ways,
        Queue queue,
        Absences absences,
        Dialling dialling,
        BoxCalls boxCalls,
        TalkRecorder talks,
        Notices notices,
        Helps helps,
        Ringings ringings,
        Parking parking) {}
