// A survey: questions that nobody scores. Its answers are kept, and handed in with the results or as a file of their own.

class Survey extends RaterForm {}

customElements.define("cw-survey", Survey);

reportKind("survey", (entries) => [resultsSection(t("results_surveys"), h("ul", entries.map(formLine)))]);
