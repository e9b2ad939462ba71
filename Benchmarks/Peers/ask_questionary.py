"""Asks one question with the four levels of a rating, as somebody would write it with questionary."""

import questionary

questionary.select(
    "Does the council leader accept that children's services need to improve?",
    choices=[
        "1 The leader says that the services are sound, or blames the inspection.",
        "2 The leader agrees when pressed, and then doubts the findings.",
        "3 The leader accepts the findings, and has told members and staff so.",
        "4 The leader reports progress to the council and asks what more is needed.",
    ],
).ask()
