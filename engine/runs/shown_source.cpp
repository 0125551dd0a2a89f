#include "runs/shown_source.h"

namespace ipclab {

ShownSource::ShownSource(RunSource& source, QObject* parent) : RunSource(parent), m_source(&source) { relay(); }

void ShownSource::relay() {
    const auto pass = [this](auto signal) { connect(m_source, signal, this, signal); };
    pass(&RunSource::documentAboutToOpen);
    pass(&RunSource::viewAboutToChange);
    pass(&RunSource::viewChanged);
    pass(&RunSource::documentOpened);
    pass(&RunSource::experimentEdited);
    pass(&RunSource::settingsChanged);
    pass(&RunSource::stateChanged);
    pass(&RunSource::eventsGrew);
    pass(&RunSource::threadInspected);
    pass(&RunSource::addressReached);
    pass(&RunSource::stepped);
    pass(&RunSource::framePassed);
    pass(&RunSource::momentChanged);
    pass(&RunSource::historyDetailed);
    pass(&RunSource::statesSummed);
    pass(&RunSource::figuresDue);
}

void ShownSource::show(RunSource& source) {
    emit viewAboutToChange();
    m_source->disconnect(this);
    m_source = &source;
    relay();
    emit viewChanged();
}

void ShownSource::showDocument(RunSource& source) {
    emit documentAboutToOpen();
    show(source);
    emit documentOpened();
    emit stateChanged(state());
    emit eventsGrew();
    emit framePassed();
    emit figuresDue();
}

}  // namespace ipclab
