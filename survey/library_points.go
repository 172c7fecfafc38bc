package survey

// readyFamilies returns what the library measures. Four are bipolar: they run
// from one opposite to the other, balanced around a neutral middle, which the
// version with 4 points leaves out. Three are unipolar: they run from nothing
// upwards, and what their version with 4 points leaves out is no neutral answer.
//
// Labels are short, because they stand in boxes side by side, and say the same
// to women and men: where Serbian needs an adjective it is the plural that goes
// with the polite "ви", as in „Колико сте задовољни?“.
func readyFamilies() []readyFamily {
	return []readyFamily{
		{"agreement", readyAgreement()},
		{"extent", readyExtent()},
		{"quality", readyQuality()},
		{"frequency", readyFrequency()},
		{"satisfaction", readySatisfaction()},
		{"likelihood", readyLikelihood()},
		{"confidence", readyConfidence()},
	}
}

// readyAgreement is bipolar and goes with a statement: „Обука је била корисна.“
func readyAgreement() []readyPoint {
	return []readyPoint{
		{4, "уопште се не слажем", "strongly disagree"},
		{4, "не слажем се", "disagree"},
		{7, "донекле се не слажем", "somewhat disagree"},
		{5, "нити се слажем нити се не слажем", "neither agree nor disagree"},
		{7, "донекле се слажем", "somewhat agree"},
		{4, "слажем се", "agree"},
		{4, "потпуно се слажем", "strongly agree"},
	}
}

// readyExtent is unipolar and goes with „У којој мери …?“
func readyExtent() []readyPoint {
	return []readyPoint{
		{4, "нимало", "not at all"},
		{7, "у веома малој мери", "to a very small degree"},
		{4, "у малој мери", "to a small degree"},
		{5, "донекле", "to some degree"},
		{4, "у значајној мери", "to a significant degree"},
		{7, "у веома великој мери", "to a very large degree"},
		{4, "у потпуности", "fully"},
	}
}

// readyQuality is bipolar and goes with „Како оцењујете …?“
func readyQuality() []readyPoint {
	return []readyPoint{
		{4, "веома лоше", "very poor"},
		{4, "лоше", "poor"},
		{7, "углавном лоше", "mostly poor"},
		{5, "ни добро ни лоше", "neither good nor poor"},
		{7, "углавном добро", "mostly good"},
		{4, "добро", "good"},
		{4, "веома добро", "very good"},
	}
}

// readyFrequency is unipolar and goes with „Колико често …?“
func readyFrequency() []readyPoint {
	return []readyPoint{
		{4, "никада", "never"},
		{7, "веома ретко", "very rarely"},
		{4, "ретко", "rarely"},
		{5, "понекад", "sometimes"},
		{4, "често", "often"},
		{7, "веома често", "very often"},
		{4, "увек", "always"},
	}
}

// readySatisfaction is bipolar and goes with „Колико сте задовољни …?“
func readySatisfaction() []readyPoint {
	return []readyPoint{
		{4, "веома незадовољни", "very dissatisfied"},
		{4, "незадовољни", "dissatisfied"},
		{7, "донекле незадовољни", "somewhat dissatisfied"},
		{5, "ни задовољни ни незадовољни", "neither satisfied nor dissatisfied"},
		{7, "донекле задовољни", "somewhat satisfied"},
		{4, "задовољни", "satisfied"},
		{4, "веома задовољни", "very satisfied"},
	}
}

// readyLikelihood is bipolar and goes with „Да ли ћете …?“: Serbian has no word
// for "unlikely" that does not also say "incredible".
func readyLikelihood() []readyPoint {
	return []readyPoint{
		{4, "сигурно не", "definitely not"},
		{7, "врло вероватно не", "very probably not"},
		{4, "вероватно не", "probably not"},
		{5, "можда да, можда не", "might or might not"},
		{4, "вероватно да", "probably yes"},
		{7, "врло вероватно да", "very probably yes"},
		{4, "сигурно да", "definitely yes"},
	}
}

// readyConfidence is unipolar and goes with „Колико сте сигурни …?“
func readyConfidence() []readyPoint {
	return []readyPoint{
		{4, "нимало сигурни", "not at all confident"},
		{7, "веома мало сигурни", "very slightly confident"},
		{4, "мало сигурни", "slightly confident"},
		{5, "донекле сигурни", "somewhat confident"},
		{4, "прилично сигурни", "quite confident"},
		{7, "веома сигурни", "very confident"},
		{4, "потпуно сигурни", "completely confident"},
	}
}
