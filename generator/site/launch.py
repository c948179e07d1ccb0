"""Addresses that open a plan elsewhere on the site: to be led from a screen, or to be changed."""

from __future__ import annotations

from urllib.parse import urlencode

from generator.compose.plan import Plan


def run_address(plan: Plan) -> str:
    """Where a kit's plan is led: ``run.html?kit=first-day&minutes=60``."""
    kit = (plan.request.kit or "").removeprefix("kits/")
    return f"run.html?{urlencode({'kit': kit, 'minutes': plan.request.minutes})}"


def change_address(plan: Plan) -> str:
    """Where a plan opens to be changed: its request, and for a composed one the entry in every place.

    A run of show that was set by hand cannot be said in an address; there only its request opens.
    """
    request = plan.request
    asked: list[tuple[str, object]] = [
        ("setting", request.setting),
        ("minutes", request.minutes),
        ("approach", request.approach),
        *(("theme", theme) for theme in request.themes),
        ("audience", request.audience),
        ("customer", request.customer),
        ("group", request.group),
        ("seed", request.seed),
    ]
    places = [] if request.segments else enumerate((item.entry for item in plan.items), 1)
    asked += [("place", f"{number}:{id}") for number, id in places]
    return f"compose.html?{urlencode(asked, safe=':/')}"
