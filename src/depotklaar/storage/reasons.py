"""Why the system refused, in the user's language: the numbers of errno as words."""

import errno

from depotklaar.language import Text

_FORBIDDEN = Text("geen toestemming", "permission denied")
_GONE = Text("er is niets op dit pad", "there is nothing at this path")
_WORDS = {
    errno.ENOENT: _GONE,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EEXIST: Text("bestaat al", "exists already"),
    errno.ENOTDIR: Text("een deel van het pad is geen map", "a part of the path is not a folder"),
    errno.EISDIR: Text("dit is een map", "this is a folder"),
    errno.ENOTEMPTY: Text("de map is niet leeg", "the folder is not empty"),
    errno.ELOOP: Text("de verwijzing leidt naar zichzelf", "the link leads to itself"),
    errno.ENAMETOOLONG: Text("de naam is te lang", "the name is too long"),
    errno.EIO: Text("de schijf geeft een fout", "the disk gives a fault"),
    errno.ENODEV: Text("het apparaat is er niet", "the device is not there"),
    errno.ESTALE: Text("de netwerkmap is verdwenen", "the network folder is gone"),
    errno.ENOSPC: Text("de schijf is vol", "the disk is full"),
    errno.EDQUOT: Text("uw schijfruimte is op", "your disk space is used up"),
    errno.EROFS: Text("deze schijf is alleen te lezen", "this disk is read-only"),
    errno.EMFILE: Text("er zijn te veel bestanden tegelijk open", "too many files are open at once"),
    errno.ENOMEM: Text("er is te weinig geheugen", "there is too little memory"),
}


def reason_of(error: OSError) -> Text:
    """Return why the system refused; its own English words where we have none."""
    own = error.strerror or str(error) or type(error).__name__
    return _WORDS.get(error.errno or 0, Text(own, own))


def with_reason(text: Text, error: OSError) -> Text:
    """Return the sentence with its `{reason}` filled in."""
    reason = reason_of(error)
    return Text(text.nl.format(reason=reason.nl), text.en.format(reason=reason.en))


def is_absence(error: OSError) -> bool:
    """Whether the system says that there is nothing of that name."""
    return error.errno in (errno.ENOENT, errno.ENOTDIR)
