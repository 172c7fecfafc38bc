* Encoding: UTF-8.
GET DATA /TYPE=TXT /FILE='rows.csv' /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED /DELIMITERS=',' /QUALIFIER='"' /FIRSTCASE=2
  /VARIABLES=uuid A36 session A255
    field F8.0
    years F8.0
    topics A320
    topics_law F8.0
    topics_interview F8.0
    topics_risk F8.0
    topics_network F8.0
    topics_other F8.0
    clear F8.0
    long F8.0
    skills_before F8.0
    skills_after F8.0
    doubts_before F8.0
    doubts_after F8.0
    protocol F8.0
    change F8.0
    recommend F8.0
  .
VARIABLE LABELS field 'U kojoj oblasti radite?'.
VALUE LABELS field 1 'policija' 2 'socijalna zaštita' 3 'tužilaštvo' 4 'nešto drugo'.
VARIABLE LEVEL field (NOMINAL).
VARIABLE LABELS years 'Koliko dugo radite na tom poslu?'.
MISSING VALUES years (-9).
VALUE LABELS years -9 'ne želim da navedem'.
VARIABLE LEVEL years (SCALE).
VARIABLE LABELS topics 'Koje teme su vam bile korisne?'.
VARIABLE LEVEL topics (NOMINAL).
VARIABLE LABELS topics_law 'zakonski okvir – Koje teme su vam bile korisne?'.
VALUE LABELS topics_law 0 '0' 1 '1'.
VARIABLE LEVEL topics_law (NOMINAL).
VARIABLE LABELS topics_interview 'razgovor sa svedokom – Koje teme su vam bile korisne?'.
VALUE LABELS topics_interview 0 '0' 1 '1'.
VARIABLE LEVEL topics_interview (NOMINAL).
VARIABLE LABELS topics_risk 'procena rizika – Koje teme su vam bile korisne?'.
VALUE LABELS topics_risk 0 '0' 1 '1'.
VARIABLE LEVEL topics_risk (NOMINAL).
VARIABLE LABELS topics_network 'saradnja ustanova u slučaju ugroženog svedoka – Koje teme su vam bile korisne?'.
VALUE LABELS topics_network 0 '0' 1 '1'.
VARIABLE LEVEL topics_network (NOMINAL).
VARIABLE LABELS topics_other 'neka druga tema – Koje teme su vam bile korisne?'.
VALUE LABELS topics_other 0 '0' 1 '1'.
VARIABLE LEVEL topics_other (NOMINAL).
VARIABLE LABELS clear 'Sadržaj je bio jasan.'.
VALUE LABELS clear 1 'uopšte se ne slažem' 2 'ne slažem se' 3 'niti se slažem niti se ne slažem' 4 'slažem se' 5 'potpuno se slažem'.
VARIABLE LEVEL clear (ORDINAL).
VARIABLE LABELS long 'Obuka je trajala predugo.'.
VALUE LABELS long 1 'uopšte se ne slažem' 2 'ne slažem se' 3 'niti se slažem niti se ne slažem' 4 'slažem se' 5 'potpuno se slažem'.
VARIABLE LEVEL long (ORDINAL).
VARIABLE LABELS skills_before 'Koliko ste sigurni da umete da razgovarate sa ugroženim svedokom?'.
MISSING VALUES skills_before (-9).
VALUE LABELS skills_before 1 'nimalo sigurni' 2 'malo sigurni' 3 'donekle sigurni' 4 'prilično sigurni' 5 'potpuno sigurni' -9 'ne mogu da procenim'.
VARIABLE LEVEL skills_before (ORDINAL).
VARIABLE LABELS skills_after 'Koliko ste sigurni da umete da razgovarate sa ugroženim svedokom?'.
MISSING VALUES skills_after (-9).
VALUE LABELS skills_after 1 'nimalo sigurni' 2 'malo sigurni' 3 'donekle sigurni' 4 'prilično sigurni' 5 'potpuno sigurni' -9 'ne mogu da procenim'.
VARIABLE LEVEL skills_after (ORDINAL).
VARIABLE LABELS doubts_before 'Koliko često odlažete takav razgovor?'.
VALUE LABELS doubts_before 1 'nikada' 2 'retko' 3 'često' 4 'uvek'.
VARIABLE LEVEL doubts_before (ORDINAL).
VARIABLE LABELS doubts_after 'Koliko često odlažete takav razgovor?'.
VALUE LABELS doubts_after 1 'nikada' 2 'retko' 3 'često' 4 'uvek'.
VARIABLE LEVEL doubts_after (ORDINAL).
VARIABLE LABELS protocol 'Da li vaša stanica ima postupak za zaštitu svedoka?'.
VALUE LABELS protocol 1 'Da' 2 'Ne'.
VARIABLE LEVEL protocol (NOMINAL).
VARIABLE LABELS change 'Za koliko poena je obuka promenila vaše mišljenje?'.
VARIABLE LEVEL change (SCALE).
VARIABLE LABELS recommend 'Koliko je verovatno da biste obuku preporučili kolegama?'.
MISSING VALUES recommend (-9).
VALUE LABELS recommend 0 '0' 1 '1' 2 '2' 3 '3' 4 '4' 5 '5' 6 '6' 7 '7' 8 '8' 9 '9' 10 '10' -9 'ne mogu da procenim'.
VARIABLE LEVEL recommend (ORDINAL).
EXECUTE.
