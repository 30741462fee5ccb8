"""A record: any one of the nouns of which a normalized conversation consists."""

from depotklaar.model.conversation import Attachment, Capture, Conversation, Document, Participant, SourceFinding
from depotklaar.model.event import Event, Gap

Record = Document | Conversation | Capture | Participant | Attachment | Event | Gap | SourceFinding
