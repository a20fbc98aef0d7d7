"""The registry: every act of the meeting once, with its words, its key and how it is read.

Key, footer, help, palette, typed line and the command reference in `docs/` are made from it; what
an act does is said in the catalogue under `act.<id>`.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from meeting_tui.meeting import read_correction_acts as right
from meeting_tui.meeting import read_detail_acts as detail
from meeting_tui.meeting import read_list_acts as on_list
from meeting_tui.meeting import read_other_acts as other
from meeting_tui.meeting import read_plan_acts as plan
from meeting_tui.meeting import read_point_acts as on_point
from meeting_tui.meeting.clock_gaps import CountGap, DiscountGap
from meeting_tui.meeting.decisions import Decide
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.floor import Continue, Pause, Yield
from meeting_tui.meeting.items import OpenItem, ReopenItem
from meeting_tui.meeting.leaving import MarkAbsent, TakeTextOnly, Withdraw
from meeting_tui.meeting.losses import SeeLosses
from meeting_tui.meeting.point_of_order import Rule
from meeting_tui.meeting.reader import Reader
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.sittings import OpenMeeting, Resume, Suspend
from meeting_tui.meeting.speakers_list import CloseList, OpenList
from meeting_tui.meeting.turn_times import CorrectBeginning, CorrectEnd
from meeting_tui.meeting.undo import Redo, Undo, UndoFloor


class Act(Struct, frozen=True):
    """One act a person can do at the meeting."""

    id: str
    syntax: str
    """The whole line as it may be typed; the words before a capital letter or bracket name it."""
    group: str
    """`sitting`, `item`, `list`, `floor`, `order`, `notes`, `schedule` or `record`."""
    read: Callable[[Reader], Command | Refusal]
    line: str
    """What its key or the palette types: a whole line, or a beginning that ends with a space."""
    key: str | None = None
    """Key on the Floor screen while its input line is empty, as Textual names it; no letter."""
    anywhere: str | None = None
    """Key on every screen, whatever is typed."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words that name the act: `close item` -> ("close", "item")."""
        named = []
        for word in self.syntax.split():
            if not word[0].islower():
                break
            named.append(word)
        return tuple(named)


ACTS: tuple[Act, ...] = (
    Act("open", "open", "sitting", other.plain(OpenMeeting()), "open"),
    Act("suspend", "suspend [TEXT]", "sitting", other.optional_text(Suspend), "suspend "),
    Act("resume", "resume", "sitting", other.plain(Resume()), "resume"),
    Act("adjourn", "adjourn [TEXT]", "sitting", other.adjourn, "adjourn "),
    Act("preside", "preside [at HH:MM] NAME", "sitting", other.preside, "preside "),
    Act("item", "item ID", "item", other.item(OpenItem), "item "),
    Act("join", "join ID [ID ...]", "item", other.join, "join "),
    Act("segment", "segment ID", "item", other.segment, "segment "),
    Act("close_item", "close item [carry|not-reached]", "item", other.close_item, "close item"),
    Act("reopen", "reopen ID", "item", other.item(ReopenItem), "reopen "),
    Act(
        "inscribe",
        'inscribe D [D ...] [for ID] [kind K] [as group] [via email|desk|floor] [about "TEXT"]',
        "list",
        on_list.inscribe,
        "inscribe ",
    ),
    Act(
        "withdraw",
        "withdraw D [2nd]",
        "list",
        on_list.one_delegation(Withdraw),
        "withdraw ",
        "delete",
    ),
    Act("absent", "absent D [2nd]", "list", on_list.one_delegation(MarkAbsent), "absent "),
    Act(
        "text_only",
        "text-only D [2nd]",
        "list",
        on_list.one_delegation(TakeTextOnly),
        "text-only ",
    ),
    Act("move", "move D [2nd] N", "list", on_list.move, "move "),
    Act("swap", "swap D D", "list", on_list.swap, "swap "),
    Act("open_list", "open list", "list", other.plain(OpenList()), "open list"),
    Act("close_list", "close list", "list", other.plain(CloseList()), "close list"),
    Act("next", "next", "floor", on_list.give_next, "next", "space", "f9"),
    Act("floor", "floor D [2nd]", "floor", on_list.give_floor, "floor ", None, "ctrl+g"),
    Act("yield", "yield", "floor", other.plain(Yield()), "yield", "full_stop", "f10"),
    Act("pause", "pause", "floor", other.plain(Pause()), "pause", "comma", "f12"),
    Act("continue", "continue", "floor", other.plain(Continue()), "continue", "comma", "f12"),
    Act(
        "began",
        "began [on D|N] HH:MM[:SS]",
        "floor",
        right.one_time(CorrectBeginning),
        "began ",
    ),
    Act(
        "ended",
        "ended [on D|N] HH:MM[:SS]",
        "floor",
        right.one_time(CorrectEnd),
        "ended ",
    ),
    Act("extend", "extend M:SS", "floor", on_list.extend, "extend ", "plus"),
    Act("limit", "limit M:SS [for TIER|KIND|D|N] [and …]", "floor", on_list.limit, "limit "),
    Act("order", "order D [TEXT]", "order", on_list.order, "order ", "exclamation_mark"),
    Act("ruling", "ruling TEXT", "order", other.text(Rule), "ruling "),
    Act("reply", "reply D", "order", on_list.reply, "reply "),
    Act(
        "note",
        "note [on D|N|item ID] [TAG ...] [KIND] [STANCE] [AUDIENCE] TEXT",
        "notes",
        other.note,
        "note ",
        "semicolon",
    ),
    Act(
        "correct",
        "correct POINT [TAG ...] [KIND] [STANCE] [AUDIENCE] TEXT",
        "record",
        other.correct,
        "correct ",
    ),
    Act("propose", "propose [on D|N] [TAG ...] TEXT", "notes", detail.propose, "propose "),
    Act(
        "position",
        "position D|N supports|conditional|reserves|opposes TAG [TEXT]",
        "notes",
        detail.position,
        "position ",
    ),
    Act("heard", "heard LANG [interpreted] [on D|N]", "notes", detail.heard, "heard "),
    Act("person", "person [on D|N] NAME[, TITLE]", "notes", detail.person, "person "),
    Act("mark", "mark [on D|N] [not] awaited|check|record", "notes", detail.mark, "mark "),
    Act("received", "received [on D|N] [FILE]", "notes", detail.received, "received "),
    Act("aligned", "aligned [on D|N] none|default|D [D ...]", "notes", detail.aligned, "aligned "),
    Act("present", "present [not] D [D ...]", "notes", detail.present, "present "),
    Act("statement", "statement [on D|N] TEXT [¶ TEXT ...]", "notes", on_point.keep, "statement "),
    Act(
        "points", "points [on D|N|item ID] TEXT [¶ TEXT ...]", "notes", on_point.several, "points "
    ),
    Act("decision", "decision TEXT", "notes", other.text(Decide), "decision "),
    Act("document", "document D TEXT", "notes", other.document, "document "),
    Act(
        "plan_move",
        "plan move ID [to SITTING] [before ID|last] because TEXT",
        "schedule",
        plan.with_reason(plan.move),
        "plan move ",
    ),
    Act(
        "plan_time",
        "plan time ID MINUTES because TEXT",
        "schedule",
        plan.with_reason(plan.set_time),
        "plan time ",
    ),
    Act(
        "plan_split",
        "plan split ID MINUTES then SITTING because TEXT",
        "schedule",
        plan.with_reason(plan.split),
        "plan split ",
    ),
    Act(
        "plan_add",
        "plan add ID MINUTES TITLE because TEXT",
        "schedule",
        plan.with_reason(plan.add),
        "plan add ",
    ),
    Act(
        "plan_drop",
        "plan drop ID because TEXT",
        "schedule",
        plan.with_reason(plan.drop),
        "plan drop ",
    ),
    Act(
        "plan_hold",
        "plan hold ID because TEXT",
        "schedule",
        plan.with_reason(plan.hold),
        "plan hold ",
    ),
    Act(
        "plan_sitting",
        "plan sitting ID HH:MM HH:MM because TEXT",
        "schedule",
        plan.with_reason(plan.sitting_times),
        "plan sitting ",
    ),
    Act("identify", "identify NAME as D|GROUP|group|guest", "record", right.identify, "identify "),
    Act("attribute", "attribute N D", "record", right.attribute, "attribute "),
    Act("times", "times N HH:MM[:SS] HH:MM[:SS]", "record", right.times, "times "),
    Act(
        "file",
        "file POINT under ITEM|on D|on N|on item ID [as TEXT]",
        "record",
        on_point.file,
        "file ",
    ),
    Act("tag", "tag POINT TAG [TAG ...]|none", "record", on_point.tag, "tag "),
    Act("strike", "strike POINT|N because TEXT", "record", on_point.strike, "strike "),
    Act("purge", "purge POINT", "record", right.purge, "purge "),
    Act("bands", "bands WORD=N [WORD=N ...]|default", "record", right.bands, "bands "),
    Act("tick", "tick ID", "record", right.tick, "tick "),
    Act("untick", "untick ID", "record", right.untick, "untick "),
    Act("finalise", "finalise", "record", right.finalise, "finalise"),
    Act("gap_out", "gap out", "record", other.plain(DiscountGap()), "gap out"),
    Act("gap_in", "gap in", "record", other.plain(CountGap()), "gap in"),
    Act("seen", "seen", "record", other.plain(SeeLosses()), "seen"),
    Act("undo", "undo", "record", other.plain(Undo()), "undo", None, "ctrl+z"),
    Act("undo_floor", "undo floor", "record", other.plain(UndoFloor()), "undo floor"),
    Act("redo", "redo", "record", other.plain(Redo()), "redo", None, "ctrl+y"),
)


def act(act_id: str) -> Act:
    """The act of that id.

    Raises KeyError for an id that is no act.
    """
    for each in ACTS:
        if each.id == act_id:
            return each
    raise KeyError(act_id)
