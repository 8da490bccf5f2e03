"""The 40 faults found by use, by their numbers, each with the tests that hold it mended.

A test is named by its file below `tests/` and its function. F: what was false or unsafe; B: what visitors' machines
met; C: what clerks and engineers met.
"""

from __future__ import annotations

_DATA = "engine/test_data_faults.py"
_DEPLOY = "engine/test_deploy.py"
_SERVE = "engine/test_serve.py"
_REQUESTS = "engine/test_serve_requests.py"
_FORMATS = "engine/test_formats.py"
_LOST = "engine/test_lost_scripts.py"
_READING = "engine/test_reading.py"
_SAFE = "engine/test_publish_safe.py"
_MESSAGES = "engine/test_messages.py"
_OLD = "engine/test_old_browsers.py"
_SEARCH = "engine/test_search.py"
_BOX = "engine/test_search_box.py"
_SETTINGS = "engine/test_settings.py"
_PLAN = "engine/test_second_plan.py"
_TEXT = "engine/test_text_is_text.py"
_TYPED = "engine/test_typed.py"

FAULTS: dict[str, tuple[str, ...]] = {
    "F1": (f"{_DATA}::test_no_part_of_an_amount_is_read", f"{_DATA}::test_other_spaces_are_named",
           f"{_READING}::test_what_is_no_whole_amount_is_named",
           f"{_READING}::test_an_amount_is_read_wholly_or_refused"),
    "F2": (f"{_DATA}::test_no_part_of_an_amount_is_read", f"{_DATA}::test_no_part_of_a_figure_is_read",
           f"{_READING}::test_what_is_no_whole_figure_is_named",
           f"{_READING}::test_a_figure_is_read_wholly_or_refused"),
    "F3": (f"{_TEXT}::test_every_page_shows_texts_as_typed_and_asks_for_nothing_else",
           f"{_TEXT}::test_the_open_data_holds_texts_as_typed", f"{_TEXT}::test_the_search_index_holds_texts_as_typed",
           f"{_TEXT}::test_feed_calendar_and_sitemap_hold_texts_as_typed", f"{_TEXT}::test_paper_holds_texts_as_typed"),
    "F4": (f"{_SAFE}::test_everybody_may_read_what_is_published",
           f"{_SAFE}::test_what_nobody_may_read_does_not_become_the_site"),
    "F5": (f"{_DEPLOY}::test_every_link_holds_wherever_a_page_is_reached",
           f"{_DEPLOY}::test_a_copied_address_leads_to_its_page", f"{_DEPLOY}::test_what_there_is_not_stays_so",
           f"{_REQUESTS}::test_a_copied_address_leads_to_its_page_as_on_the_web_server"),
    "F6": (f"{_DATA}::test_a_sign_that_paper_lacks_is_named", f"{_DATA}::test_paper_has_every_letter_that_may_stand"),
    "F7": (f"{_DATA}::test_an_address_leads_somewhere", f"{_DATA}::test_what_passes_the_check_is_built",
           f"{_DATA}::test_a_date_of_other_digits_is_named",
           "engine/test_mutations.py::test_spoiled_plans_end_in_findings_or_a_right_site"),
    "F8": (f"{_DATA}::test_a_file_that_lost_much_is_told", f"{_DATA}::test_torn_words_are_told_without_history",
           f"{_DATA}::test_an_edit_is_no_loss"),
    "F9": (f"{_DATA}::test_nothing_is_named_twice", f"{_DATA}::test_nothing_is_told_twice"),
    "F10": (f"{_DATA}::test_a_strange_letter_is_named_with_its_place", f"{_DATA}::test_a_name_holds_a_letter"),
    "F11": ("hau_loc/test_sheets.py::test_a_report_of_unnamed_bodies_counts_on_the_sheets_it_may_mean",),
    "F12": ("hau_loc/test_site.py::test_where_an_abbreviation_is_written_out_is_said",),
    "F13": (f"{_FORMATS}::test_the_date_of_a_document_is_as_its_head_writes_it",
            f"{_DATA}::test_the_head_shows_its_date_as_written", f"{_DATA}::test_what_passes_the_check_is_built"),
    "F14": (f"{_DATA}::test_faults_are_reported_only_where_there_is_an_address",),
    "F15": (f"{_PLAN}::test_who_works_with_a_lead_has_a_part_of_its_own", f"{_PLAN}::test_nobody_works_with_itself",
            f"{_PLAN}::test_who_leads_most_money_comes_first", f"{_PLAN}::test_a_dash_in_a_table_is_a_blank_cell",
            "engine/test_data_at_edges.py::test_data_at_the_edge_is_right_or_wrong",
            f"{_READING}::test_a_dash_is_no_amount", f"{_FORMATS}::test_a_name_of_a_device_is_no_address",
            f"{_FORMATS}::test_the_day_stands_before_the_month", f"{_FORMATS}::test_half_a_tenth_goes_up",
            "engine/test_change_log.py::test_a_text_is_cut_only_when_it_is_long"),
    "F16": (f"{_DATA}::test_closed_lists_in_the_keys_are_the_vocabulary",),
    "B1": (f"{_OLD}::test_the_page_of_search_answers", f"{_OLD}::test_the_box_suggests"),
    "B2": (f"{_OLD}::test_each_button_of_a_page_is_there",),
    "B3": (f"{_OLD}::test_the_page_of_search_answers", f"{_OLD}::test_the_finder_answers_and_keeps_its_state"),
    "B4": (f"{_OLD}::test_each_button_of_a_page_is_there",
           f"{_OLD}::test_on_paper_an_explanation_is_marked_as_ours"),
    "B5": (f"{_BOX}::test_what_a_keyboard_composes_is_answered_and_left_as_it_is",),
    "B6": (f"{_LOST}::test_without_the_first_script_each_page_is_as_without_any",
           f"{_LOST}::test_without_another_script_its_page_works_or_steps_aside",
           f"{_LOST}::test_the_page_of_search_says_what_did_not_come",
           f"{_LOST}::test_enter_in_the_box_leads_to_the_page_of_search",
           f"{_LOST}::test_a_finder_without_scripts_sends_nothing", f"{_LOST}::test_a_lost_finder_steps_aside_at_once",
           f"{_LOST}::test_a_late_finder_comes_back_with_what_was_ticked",
           f"{_LOST}::test_a_late_search_comes_back_with_what_was_typed"),
    "B7": (f"{_SEARCH}::test_signs_that_nobody_sees_change_nothing",
           f"{_BOX}::test_signs_that_nobody_sees_change_no_suggestion"),
    "B8": (f"{_SAFE}::test_a_page_held_open_finds_its_files_after_two_ways_back",),
    "C1": (f"{_DATA}::test_a_strange_letter_is_named_with_its_place", f"{_DATA}::test_other_spaces_are_named",
           f"{_DATA}::test_a_strange_letter_is_found_in_its_line"),
    "C2": (f"{_MESSAGES}::test_a_known_key_in_the_wrong_place_is_told_where_it_belongs",),
    "C3": (f"{_MESSAGES}::test_examples_are_of_that_very_key",),
    "C4": (f"{_MESSAGES}::test_the_cause_comes_first", f"{_MESSAGES}::test_a_registry_that_is_gone_is_told_once",
           f"{_MESSAGES}::test_a_cut_file_is_told_before_what_it_lacks"),
    "C5": (f"{_MESSAGES}::test_a_quote_left_open_is_told_in_its_line",),
    "C6": (f"{_MESSAGES}::test_a_day_that_is_none_is_not_proposed",),
    "C7": (f"{_MESSAGES}::test_no_message_offers_other_words_for_the_plans",
           f"{_MESSAGES}::test_quoted_keys_have_no_example",
           f"{_MESSAGES}::test_no_example_proposes_words_of_the_plan"),
    "C8": (f"{_MESSAGES}::test_one_error_in_several_columns_is_told_once",
           f"{_MESSAGES}::test_several_sums_of_a_row_are_told_once"),
    "C9": (f"{_MESSAGES}::test_files_that_programs_leave_are_ignored",),
    "C10": (f"{_SETTINGS}::test_a_clone_that_is_told_to_change_line_ends_has_the_same_bytes",
            f"{_SETTINGS}::test_other_line_ends_are_no_edit",
            f"{_SETTINGS}::test_a_plan_with_other_line_ends_gives_the_same_site"),
    "C11": (f"{_SETTINGS}::test_no_setting_changes_what_is_read_of_the_history",
            f"{_SETTINGS}::test_no_setting_changes_the_change_log",
            f"{_SETTINGS}::test_no_setting_spoils_what_is_saved"),
    "C12": ("engine/test_systems.py::test_a_machine_that_writes_ascii_is_told_in_vietnamese",
            f"{_TYPED}::test_a_folder_that_can_only_be_read_is_told", f"{_TYPED}::test_what_is_typed_wrong_is_told",
            f"{_TYPED}::test_ctrl_c_is_one_line", f"{_TYPED}::test_a_browser_that_dies_is_told"),
    "C13": ("engine/test_full_disk.py::test_a_full_disk_is_said_and_nothing_is_lost",
            "engine/test_full_disk.py::test_a_folder_that_may_only_be_read_is_said"),
    "C14": (f"{_REQUESTS}::test_only_its_own_names_are_answered",
            f"{_REQUESTS}::test_an_odd_request_is_refused_without_a_traceback",
            f"{_REQUESTS}::test_only_the_head_is_the_same_head", f"{_SERVE}::test_a_fault_in_a_style_is_said"),
    "C15": ("engine/test_waits.py::test_no_test_gives_up_early", f"{_SERVE}::test_an_open_page_follows_the_data",
            f"{_REQUESTS}::test_before_the_first_build_the_page_says_to_wait"),
    "C16": ("engine/test_builders.py::test_zensical_with_the_line_of_mkdocs_makes_no_site_of_ours",
            "engine/test_builders.py::test_other_builders_make_the_same_pages",
            "engine/test_builders.py::test_the_readme_says_which_builder_takes_which_line"),
}  # fmt: skip
