#include "core/security/SlicedOperation.h"

namespace core {

SlicedOperation::SlicedOperation(OfficeContext& office, QString action, Operation operation)
    : m_office(&office)
    , m_action(std::move(action))
    , m_operation(std::make_unique<Operation>(std::move(operation)))
    , m_since(std::chrono::steady_clock::now())
{ }

Result<SlicedOperation> SlicedOperation::begin(OfficeContext& office, QStringView action)
{
    auto operation = Operation::begin(office, action);
    if (!operation) {
        return operation.error();
    }
    return SlicedOperation(office, action.toString(), *std::move(operation));
}

bool SlicedOperation::isSliced() const
{
    return m_office->worksInSlices();
}

bool SlicedOperation::isDue() const
{
    return isSliced() && std::chrono::steady_clock::now() - m_since >= m_office->longestSlice;
}

Result<> SlicedOperation::next()
{
    if (auto saved = m_operation->commit(); !saved) {
        return saved;
    }
    m_saved = true;
    m_operation.reset();
    auto operation = Operation::begin(*m_office, m_action);
    if (!operation) {
        return operation.error();
    }
    m_operation = std::make_unique<Operation>(*std::move(operation));
    m_since = std::chrono::steady_clock::now();
    return {};
}

} // namespace core
