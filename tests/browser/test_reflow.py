"""How the minutes ahead change when a session runs late or early: golden cases, and what holds for every plan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.real import CHECKED

pytestmark = pytest.mark.xdist_group("browser")

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "generator" / "site" / "assets" / "reflow.js"
CASES = sorted((ROOT / "tests" / "cases" / "reflow").glob("*.yml"))
PLANS = [plan.as_json() for kit in CHECKED.kits for plan in kit.plans]


@pytest.fixture(name="page", scope="module")
def _page(browser: Browser) -> Any:
    page = browser.new_page()
    page.add_script_tag(content=SCRIPT.read_text(encoding="utf-8"))
    yield page
    page.close()


def _segment(row: list[Any]) -> dict[str, Any]:
    kind, role, minutes, bounds, gives_way, shares = row
    return {
        "kind": kind,
        "role": role,
        "minutes": minutes,
        "bounds": bounds,
        "gives_way": gives_way,
        "item_minutes": shares,
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden_case(path: Path, page: Page) -> None:
    """Plan, place and time gone give exactly these minutes."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    asked = [[_segment(row) for row in case["segments"]], case["at"], case["elapsed"], case["wrap"]]
    assert (
        page.evaluate("([segments, at, elapsed, wrap]) => huddlekit.reflow(segments, at, elapsed, wrap)", asked)
        == (case["gives"])
    )


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: f"{plan['kit']}-{plan['minutes']}")
def test_every_plan_keeps_its_end(plan: dict[str, Any], page: Page) -> None:
    """Wherever a session stands and however late it is, the sum is right and the action round and close keep theirs."""
    segments, total = plan["segments"], plan["minutes"]
    starts = [sum(segment["minutes"] for segment in segments[:at]) for at in range(len(segments))]
    gone_by = sorted({*starts, *range(0, total + 9, 1 + total // 15)})
    moments = [(at, elapsed, wrap) for at in range(len(segments)) for elapsed in gone_by for wrap in (False, True)]
    flows = page.evaluate(
        "([segments, moments]) => moments.map(([at, elapsed, wrap]) => huddlekit.reflow(segments, at, elapsed, wrap))",
        [segments, moments],
    )
    for (at, elapsed, wrap), flow in zip(moments, flows, strict=True):
        ahead = segments[at:]
        assert sum(flow["minutes"]) == total - elapsed + flow["late"] - flow["spare"]
        assert not (flow["late"] and flow["spare"])
        for segment, minutes in zip(ahead, flow["minutes"], strict=True):
            _keeps_its_bounds(segment, minutes, wrap=wrap)
        gone = [at + row for row, minutes in enumerate(flow["minutes"]) if not minutes and ahead[row]["minutes"]]
        assert flow["dropped"] == gone
        if elapsed == starts[at] and not wrap:
            assert flow["minutes"] == [segment["minutes"] for segment in ahead]


def _keeps_its_bounds(segment: dict[str, Any], minutes: int, *, wrap: bool) -> None:
    if segment["kind"] in ("actions", "close"):
        assert minutes >= segment["minutes"]
        assert minutes == segment["minutes"] or wrap
    elif not segment["gives_way"] or segment["gives_way"] == 2:
        assert minutes >= min(segment["minutes"], segment["bounds"][0])
    assert minutes <= max(segment["minutes"], segment["bounds"][2])


def test_a_late_session_takes_from_what_the_guide_gives_up_first(page: Page) -> None:
    """As long as free minutes are left, nothing else loses one."""
    for plan in PLANS:
        slack = sum(segment["minutes"] for segment in plan["segments"] if segment["kind"] == "slack")
        for late in range(1, slack + 1):
            flow = page.evaluate(
                "([segments, late]) => huddlekit.reflow(segments, 0, late, false)", [plan["segments"], late]
            )
            kept = zip(plan["segments"], flow["minutes"], strict=True)
            assert all(minutes == segment["minutes"] for segment, minutes in kept if segment["kind"] != "slack")
