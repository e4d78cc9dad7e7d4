"""The rules that hold between records. Each is a generator of problems; `RULES` is the list of all."""

from summits.rules.citing import (
    cited_fields_exist,
    disputes_fit,
    every_fact_is_cited,
    links_fit,
    locators_accepted,
    two_independent_sources,
)
from summits.rules.corrections import corrections_dated, corrections_name_records, corrections_whole
from summits.rules.days import days_in_order, days_plausible, days_within_meeting, terms_plausible
from summits.rules.ids import former_ids_free, ids_of_kinds_differ, meeting_ids_match_days, records_in_order
from summits.rules.lifetimes import (
    agreements_in_time,
    lives_hold,
    places_in_one_state_at_a_time,
    sources_read_after_they_appeared,
)
from summits.rules.naming import (
    every_record_named,
    ratifiers_exist,
    references_exist,
    sides_exist,
    subject_cites_sources,
)
from summits.rules.second_language import nothing_translated_without, offices_fit, second_language_fits
from summits.rules.states import (
    both_sides_meet,
    events_named,
    leaders_in_office,
    offices_make_leaders,
    places_in_a_state,
    states_existed,
)
from summits.rules.twice import citations_stand_once, lists_name_once

RULES = (
    references_exist,
    ratifiers_exist,
    subject_cites_sources,
    sides_exist,
    second_language_fits,
    nothing_translated_without,
    offices_fit,
    lists_name_once,
    citations_stand_once,
    every_record_named,
    meeting_ids_match_days,
    records_in_order,
    former_ids_free,
    ids_of_kinds_differ,
    days_in_order,
    days_plausible,
    days_within_meeting,
    terms_plausible,
    lives_hold,
    agreements_in_time,
    sources_read_after_they_appeared,
    places_in_one_state_at_a_time,
    both_sides_meet,
    offices_make_leaders,
    leaders_in_office,
    places_in_a_state,
    states_existed,
    events_named,
    every_fact_is_cited,
    cited_fields_exist,
    links_fit,
    locators_accepted,
    two_independent_sources,
    disputes_fit,
    corrections_dated,
    corrections_whole,
    corrections_name_records,
)
