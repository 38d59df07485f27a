<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>core::UnusualAccess</name>
    <message numerus="yes">
        <source>opened %n clients of other people in one day</source>
        <translation>
            <numerusform>opened %n client of other people in one day</numerusform>
            <numerusform>opened %n clients of other people in one day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>opened records %n times at night or on a day off</source>
        <translation>
            <numerusform>opened a record %n time at night or on a day off</numerusform>
            <numerusform>opened records %n times at night or on a day off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exported %n clients in one day</source>
        <translation>
            <numerusform>exported %n client in one day</numerusform>
            <numerusform>exported %n clients in one day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>failed to log in %n times</source>
        <translation>
            <numerusform>failed to log in %n time</numerusform>
            <numerusform>failed to log in %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed %n records in one hour</source>
        <translation>
            <numerusform>changed %n record in one hour</numerusform>
            <numerusform>changed %n records in one hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ctl::Audit</name>
    <message numerus="yes">
        <source>%n entries checked.</source>
        <translation>
            <numerusform>%n entry checked.</numerusform>
            <numerusform>%n entries checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n details removed.</source>
        <translation>
            <numerusform>%n detail removed.</numerusform>
            <numerusform>%n details removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ctl::Consent</name>
    <message numerus="yes">
        <source>%n value(s) sealed</source>
        <translation>
            <numerusform>%n value sealed</numerusform>
            <numerusform>%n values sealed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ctl::Export</name>
    <message numerus="yes">
        <source>%n rows written.</source>
        <translation>
            <numerusform>%n row written.</numerusform>
            <numerusform>%n rows written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ctl::Merge</name>
    <message numerus="yes">
        <source>%n record(s) restored.</source>
        <translation>
            <numerusform>%n record restored.</numerusform>
            <numerusform>%n records restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ctl::Request</name>
    <message numerus="yes">
        <source>%n decided.</source>
        <translation>
            <numerusform>%n decided.</numerusform>
            <numerusform>%n decided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ctl::Trash</name>
    <message numerus="yes">
        <source>%n in the trash.</source>
        <translation>
            <numerusform>%n in the trash.</numerusform>
            <numerusform>%n in the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restored.</source>
        <translation>
            <numerusform>%n restored.</numerusform>
            <numerusform>%n restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkMergeDialog</name>
    <message numerus="yes">
        <source>%n group(s) merged.</source>
        <translation>
            <numerusform>%n group merged.</numerusform>
            <numerusform>%n groups merged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked for; somebody else approves.</source>
        <translation>
            <numerusform>%n asked for; somebody else approves.</numerusform>
            <numerusform>%n asked for; somebody else approves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they were, since somebody changed them meanwhile.</source>
        <translation>
            <numerusform>%n left as it was, since somebody changed it meanwhile.</numerusform>
            <numerusform>%n left as they were, since somebody changed them meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more come afterwards.</source>
        <translation>
            <numerusform>%n more comes afterwards.</numerusform>
            <numerusform>%n more come afterwards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n group(s)</source>
        <translation>
            <numerusform>Merge %n group</numerusform>
            <numerusform>Merge %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) merged</source>
        <translation>
            <numerusform>%n group merged</numerusform>
            <numerusform>%n groups merged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkUndoDialog</name>
    <message numerus="yes">
        <source>%n merge(s) taken back.</source>
        <translation>
            <numerusform>%n merge taken back.</numerusform>
            <numerusform>%n merges taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked for; somebody else approves.</source>
        <translation>
            <numerusform>%n asked for; somebody else approves.</numerusform>
            <numerusform>%n asked for; somebody else approves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had been taken back already, or cannot be any more.</source>
        <translation>
            <numerusform>%n had been taken back already, or cannot be any more.</numerusform>
            <numerusform>%n had been taken back already, or cannot be any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taking %n merge(s) back</source>
        <translation>
            <numerusform>Taking %n merge back</numerusform>
            <numerusform>Taking %n merges back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ClientPrints</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConfidentialFieldsDialog</name>
    <message numerus="yes">
        <source>“%1” is confidential now. %n value(s) sealed.</source>
        <translation>
            <numerusform>“%1” is confidential now. %n value sealed.</numerusform>
            <numerusform>“%1” is confidential now. %n values sealed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What %n client(s) have in “%1” is sealed now: only data administrators can open it, or find a client by it. This cannot be taken back.</source>
        <translation>
            <numerusform>What %n client has in “%1” is sealed now: only data administrators can open it, or find a client by it. This cannot be taken back.</numerusform>
            <numerusform>What %n clients have in “%1” is sealed now: only data administrators can open it, or find a client by it. This cannot be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConflictDialog</name>
    <message numerus="yes">
        <source>While you were typing, %n field(s) that you changed were saved by somebody else, too. Nothing is saved yet. Choose, and everything else that you typed is saved as well.</source>
        <translation>
            <numerusform>While you were typing, a field that you changed was saved by somebody else, too. Nothing is saved yet. Choose, and everything else that you typed is saved as well.</numerusform>
            <numerusform>While you were typing, %n fields that you changed were saved by somebody else, too. Nothing is saved yet. Choose, and everything else that you typed is saved as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to choose</source>
        <translation>
            <numerusform>%n field to choose</numerusform>
            <numerusform>%n fields to choose</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DuplicatesPage</name>
    <message numerus="yes">
        <source>%n group(s) found.</source>
        <translation>
            <numerusform>%n group found.</numerusform>
            <numerusform>%n groups found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noted, except for %n pair(s) of colleagues&apos; records.</source>
        <translation>
            <numerusform>Noted, except for %n pair of colleagues&apos; records.</numerusform>
            <numerusform>Noted, except for %n pairs of colleagues&apos; records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n client(s) exported.</source>
        <translation>
            <numerusform>%n client exported.</numerusform>
            <numerusform>%n clients exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) will be in the file</source>
        <translation>
            <numerusform>%n client will be in the file</numerusform>
            <numerusform>%n clients will be in the file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FilterBar</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::GroupListModel</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::GroupView</name>
    <message numerus="yes">
        <source>and %n pair(s) more</source>
        <translation>
            <numerusform>and %n pair more</numerusform>
            <numerusform>and %n pairs more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n pair(s) more: choose a record to see its own</source>
        <translation>
            <numerusform>and %n pair more: choose a record to see its own</numerusform>
            <numerusform>and %n pairs more: choose a record to see its own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n records are merged at once: tell some of them apart, or choose some in the list of clients.</source>
        <translation>
            <numerusform>At most %n records are merged at once: tell some of them apart, or choose some in the list of clients.</numerusform>
            <numerusform>At most %n records are merged at once: tell some of them apart, or choose some in the list of clients.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HandoverDialog</name>
    <message numerus="yes">
        <source>%n client(s), archived ones too, get another owner. The history of each names both, and they can be handed back in the same way.</source>
        <translation>
            <numerusform>%n client, also if archived, gets another owner. Its history names both, and it can be handed back in the same way.</numerusform>
            <numerusform>%n clients, archived ones too, get another owner. The history of each names both, and they can be handed back in the same way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HomePage</name>
    <message numerus="yes">
        <source>%n of them overdue</source>
        <translation>
            <numerusform>%n of them overdue</numerusform>
            <numerusform>%n of them overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) in use</source>
        <translation>
            <numerusform>%n client in use</numerusform>
            <numerusform>%n clients in use</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to decide are overdue</source>
        <translation>
            <numerusform>%n request to decide is overdue</numerusform>
            <numerusform>%n requests to decide are overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to decide today</source>
        <translation>
            <numerusform>%n request to decide today</numerusform>
            <numerusform>%n requests to decide today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to decide later</source>
        <translation>
            <numerusform>%n request to decide later</numerusform>
            <numerusform>%n requests to decide later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) did not come to the end</source>
        <translation>
            <numerusform>%n import did not come to the end</numerusform>
            <numerusform>%n imports did not come to the end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your requests came back refused or outdated</source>
        <translation>
            <numerusform>%n of your requests came back refused or outdated</numerusform>
            <numerusform>%n of your requests came back refused or outdated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your requests were approved this week</source>
        <translation>
            <numerusform>%n of your requests was approved this week</numerusform>
            <numerusform>%n of your requests were approved this week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your requests wait for an answer</source>
        <translation>
            <numerusform>%n of your requests waits for an answer</numerusform>
            <numerusform>%n of your requests wait for an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of possible duplicates among your clients</source>
        <translation>
            <numerusform>%n group of possible duplicates among your clients</numerusform>
            <numerusform>%n groups of possible duplicates among your clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of possible duplicates</source>
        <translation>
            <numerusform>%n group of possible duplicates</numerusform>
            <numerusform>%n groups of possible duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your clients are drafts: something is missing</source>
        <translation>
            <numerusform>%n of your clients is a draft: something is missing</numerusform>
            <numerusform>%n of your clients are drafts: something is missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your clients are due for an update</source>
        <translation>
            <numerusform>%n of your clients is due for an update</numerusform>
            <numerusform>%n of your clients are due for an update</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportColumns</name>
    <message numerus="yes">
        <source>%1 · %n column(s)</source>
        <translation>
            <numerusform>%1 · %n column</numerusform>
            <numerusform>%1 · %n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportCounts</name>
    <message numerus="yes">
        <source>%n change(s) wait for approval.</source>
        <translation>
            <numerusform>%n change waits for approval.</numerusform>
            <numerusform>%n changes wait for approval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n number(s) were cut by a spreadsheet and were not stored; the records are marked.</source>
        <translation>
            <numerusform>▲ %n number was cut by a spreadsheet and was not stored; the records are marked.</numerusform>
            <numerusform>▲ %n numbers were cut by a spreadsheet and were not stored; the records are marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are clients of this office already, or repeat a row above.</source>
        <translation>
            <numerusform>%n row is a client of this office already, or repeats a row above.</numerusform>
            <numerusform>%n rows are clients of this office already, or repeat a row above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n ID or card number(s) stood in other columns and were sealed.</source>
        <translation>
            <numerusform>▲ %n ID or card number stood in another column and was sealed.</numerusform>
            <numerusform>▲ %n ID or card numbers stood in other columns and were sealed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n second ID or card number(s) of a row had no place and were left out.</source>
        <translation>
            <numerusform>▲ %n second ID or card number of a row had no place and was left out.</numerusform>
            <numerusform>▲ %n second ID or card numbers of rows had no place and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportRows</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportWizard</name>
    <message numerus="yes">
        <source>%n new client(s) may be in the office already: see Duplicates.</source>
        <translation>
            <numerusform>%n new client may be in the office already: see Duplicates.</numerusform>
            <numerusform>%n new clients may be in the office already: see Duplicates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import was taken back; %n client(s) edited since stay.</source>
        <translation>
            <numerusform>The import was taken back; %n client edited since stays.</numerusform>
            <numerusform>The import was taken back; %n clients edited since stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::InboxPage</name>
    <message numerus="yes">
        <source>%n request(s) approved.</source>
        <translation>
            <numerusform>%n request approved.</numerusform>
            <numerusform>%n requests approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) rejected.</source>
        <translation>
            <numerusform>%n request rejected.</numerusform>
            <numerusform>%n requests rejected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h over</source>
        <translation>
            <numerusform>%n h over</numerusform>
            <numerusform>%n h over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>%n h left</numerusform>
            <numerusform>%n h left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LogPage</name>
    <message numerus="yes">
        <source>%n lines of the log are in the file.</source>
        <translation>
            <numerusform>%n line of the log is in the file.</numerusform>
            <numerusform>%n lines of the log are in the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LogVerifyBar</name>
    <message numerus="yes">
        <source>%n entries verified: each is signed by its author and follows the one before it.</source>
        <translation>
            <numerusform>%n entry verified: it is signed by its author.</numerusform>
            <numerusform>%n entries verified: each is signed by its author and follows the one before it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MergeDialog</name>
    <message numerus="yes">
        <source>Make %n records one</source>
        <translation>
            <numerusform>Make %n records one</numerusform>
            <numerusform>Make %n records one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ and stand first, marked ≠. Click the value that is right, or type another under Result. Phones, e-mails, contacts, tags and notes are put together. The merge can be undone on any later day.</source>
        <translation>
            <numerusform>%n field differs and stands first, marked ≠. Click the value that is right, or type another under Result. Phones, e-mails, contacts, tags and notes are put together. The merge can be undone on any later day.</numerusform>
            <numerusform>%n fields differ and stand first, marked ≠. Click the value that is right, or type another under Result. Phones, e-mails, contacts, tags and notes are put together. The merge can be undone on any later day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The merge of %n records that you are preparing</source>
        <translation>
            <numerusform>The merge of %n record that you are preparing</numerusform>
            <numerusform>The merge of %n records that you are preparing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MergeUndoer</name>
    <message numerus="yes">
        <source>The merge was undone; %n record(s) are back.</source>
        <translation>
            <numerusform>The merge was undone; %n record is back.</numerusform>
            <numerusform>The merge was undone; %n records are back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OfficeNotices</name>
    <message numerus="yes">
        <source>%n of your imports are not finished.</source>
        <translation>
            <numerusform>%n of your imports is not finished.</numerusform>
            <numerusform>%n of your imports are not finished.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Pace</name>
    <message numerus="yes">
        <source>about %n second(s) to go</source>
        <translation>
            <numerusform>about %n second to go</numerusform>
            <numerusform>about %n seconds to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) to go</source>
        <translation>
            <numerusform>about %n minute to go</numerusform>
            <numerusform>about %n minutes to go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PeoplePage</name>
    <message numerus="yes">
        <source>%n client(s) are looked after by %1 now.</source>
        <translation>
            <numerusform>%n client is looked after by %1 now.</numerusform>
            <numerusform>%n clients are looked after by %1 now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PrintDialog</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an address left out</source>
        <translation>
            <numerusform>%n without an address left out</numerusform>
            <numerusform>%n without an address left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the preview shows the first %n page(s)</source>
        <translation>
            <numerusform>the preview shows the first page</numerusform>
            <numerusform>the preview shows the first %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n page sent to the printer.</numerusform>
            <numerusform>%n pages sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) saved as PDF.</source>
        <translation>
            <numerusform>%n page saved as PDF.</numerusform>
            <numerusform>%n pages saved as PDF.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RekeyDialog</name>
    <message numerus="yes">
        <source>The database (%1) is written anew. Everybody else waits meanwhile, about %n second(s), longer on a shared drive: tell your colleagues first.</source>
        <translation>
            <numerusform>The database (%1) is written anew. Everybody else waits meanwhile, about %n second, longer on a shared drive: tell your colleagues first.</numerusform>
            <numerusform>The database (%1) is written anew. Everybody else waits meanwhile, about %n seconds, longer on a shared drive: tell your colleagues first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RequestView</name>
    <message numerus="yes">
        <source>Overdue by %n working hour(s), since %1</source>
        <translation>
            <numerusform>Overdue by %n working hour, since %1</numerusform>
            <numerusform>Overdue by %n working hours, since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working hour(s) left, until %1</source>
        <translation>
            <numerusform>%n working hour left, until %1</numerusform>
            <numerusform>%n working hours left, until %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n are shown.</source>
        <translation>
            <numerusform>The first one is shown.</numerusform>
            <numerusform>The first %n are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n of them can only go back: the record has changed since.</source>
        <translation>
            <numerusform>▲ %n of them can only go back: the record has changed since.</numerusform>
            <numerusform>▲ %n of them can only go back: the record has changed since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SelectionPanel</name>
    <message numerus="yes">
        <source>%n client(s) chosen</source>
        <translation>
            <numerusform>%n client chosen</numerusform>
            <numerusform>%n clients chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) changed.</source>
        <translation>
            <numerusform>%n client changed.</numerusform>
            <numerusform>%n clients changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them you may not change.</source>
        <translation>
            <numerusform>%n of them you may not change.</numerusform>
            <numerusform>%n of them you may not change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n clients are merged at once.</source>
        <translation>
            <numerusform>At most %n clients are merged at once.</numerusform>
            <numerusform>At most %n clients are merged at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait for approval.</source>
        <translation>
            <numerusform>%n request waits for approval.</numerusform>
            <numerusform>%n requests wait for approval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) are left as they were: %1</source>
        <translation>
            <numerusform>%n client is left as it was: %1</numerusform>
            <numerusform>%n clients are left as they were: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StartPage</name>
    <message numerus="yes">
        <source>Name or password was not right. The next try is possible in %n second(s). That is a matter of manners only: whoever has a copy of the office&apos;s files tries elsewhere, and only a good password stands in the way.</source>
        <translation>
            <numerusform>Name or password was not right. The next try is possible in %n second. That is a matter of manners only: whoever has a copy of the office&apos;s files tries elsewhere, and only a good password stands in the way.</numerusform>
            <numerusform>Name or password was not right. The next try is possible in %n seconds. That is a matter of manners only: whoever has a copy of the office&apos;s files tries elsewhere, and only a good password stands in the way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TableCopying</name>
    <message numerus="yes">
        <source>%n client(s) copied as a table. The clipboard is emptied after a minute.</source>
        <translation>
            <numerusform>%n client copied as a table. The clipboard is emptied after a minute.</numerusform>
            <numerusform>%n clients copied as a table. The clipboard is emptied after a minute.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them you may not take out.</source>
        <translation>
            <numerusform>%n of them you may not take out.</numerusform>
            <numerusform>%n of them you may not take out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrashDialog</name>
    <message numerus="yes">
        <source>%n request(s) wait for approval.</source>
        <translation>
            <numerusform>%n request waits for approval.</numerusform>
            <numerusform>%n requests wait for approval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) in the trash.</source>
        <translation>
            <numerusform>%n client in the trash.</numerusform>
            <numerusform>%n clients in the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) went back.</source>
        <translation>
            <numerusform>%n open request went back.</numerusform>
            <numerusform>%n open requests went back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) restored.</source>
        <translation>
            <numerusform>%n client restored.</numerusform>
            <numerusform>%n clients restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) into the trash</source>
        <translation>
            <numerusform>%n client into the trash</numerusform>
            <numerusform>%n clients into the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UnfinishedList</name>
    <message numerus="yes">
        <source>The import of %1 by %2 on %3 has brought in %Ln row(s), the last of them moments ago: it may still be running.</source>
        <translation>
            <numerusform>The import of %1 by %2 on %3 has brought in %Ln row, moments ago: it may still be running.</numerusform>
            <numerusform>The import of %1 by %2 on %3 has brought in %Ln rows, the last of them moments ago: it may still be running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import of %1 on %2 stopped after %Ln row(s).</source>
        <translation>
            <numerusform>The import of %1 on %2 stopped after %Ln row.</numerusform>
            <numerusform>The import of %1 on %2 stopped after %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import of %1 by %2 on %3 stopped after %Ln row(s).</source>
        <translation>
            <numerusform>The import of %1 by %2 on %3 stopped after %Ln row.</numerusform>
            <numerusform>The import of %1 by %2 on %3 stopped after %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) stand behind these.</source>
        <translation>
            <numerusform>%n older one stands behind these.</numerusform>
            <numerusform>%n older ones stand behind these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UnmergeDialog</name>
    <message numerus="yes">
        <source>%n field(s) were edited after the records had become one. Each edit stays with %1, unless you check another record; it can belong to several.</source>
        <translation>
            <numerusform>%n field was edited after the records had become one. The edit stays with %1, unless you check another record; it can belong to several.</numerusform>
            <numerusform>%n fields were edited after the records had become one. Each edit stays with %1, unless you check another record; it can belong to several.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UnusualView</name>
    <message numerus="yes">
        <source>In the last %n days nobody went past the limits.</source>
        <translation>
            <numerusform>In the last %n day nobody went past the limits.</numerusform>
            <numerusform>In the last %n days nobody went past the limits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WaitingImport</name>
    <message numerus="yes">
        <source>%n row(s) cannot be a client; the person who asked has them in a file.</source>
        <translation>
            <numerusform>%n row cannot be a client; the person who asked has it in a file.</numerusform>
            <numerusform>%n rows cannot be a client; the person who asked has them in a file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s)</source>
        <translation>
            <numerusform>The first row</numerusform>
            <numerusform>The first %n rows</numerusform>
        </translation>
    </message>
</context>
</TS>
