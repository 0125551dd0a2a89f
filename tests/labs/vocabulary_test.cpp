// What authors are told there is, is what there is.
#include "labs/vocabulary.h"

#include <gtest/gtest.h>

#include <set>

#include "labs/expression_node.h"
#include "labs/measure_list.h"

namespace ipclab {
namespace {

std::string nameIn(std::string_view form) { return std::string(form.substr(0, form.find_first_of("(."))); }

TEST(LabVocabulary, HasEveryWordAndEveryFunction) {
    std::set<std::string> told;
    for (const auto& word : labVocabulary()) told.insert(nameIn(word.form));
    for (const auto& word : measureWords()) EXPECT_TRUE(told.contains(std::string(word.name))) << word.name;
    for (const auto& function : labFunctions()) EXPECT_TRUE(told.contains(std::string(function.name))) << function.name;
}

TEST(LabVocabulary, TellsOfNothingThatIsNotThere) {
    for (const auto& word : labVocabulary()) {
        const std::string name = nameIn(word.form);
        EXPECT_TRUE(name == "prediction" || findMeasure(name) != nullptr || findLabFunction(name) != nullptr) << name;
        EXPECT_FALSE(word.meaning.empty());
        const auto parsed = LabExpression::parse(word.form);
        EXPECT_TRUE(std::holds_alternative<LabExpression>(parsed)) << word.form;
    }
}

}  // namespace
}  // namespace ipclab
