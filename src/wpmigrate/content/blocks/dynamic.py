"""Blocks whose content WordPress makes for each visitor: an export has none of it."""

from wpmigrate.content.scene import Scene

from .grammar import Block

#: Core blocks through WordPress 7.1 that are saved without HTML of their own.
DYNAMIC = frozenset(
    """
    archives avatar breadcrumbs calendar categories comment-author-avatar comment-author-name comment-content
    comment-date comment-edit-link comment-reply-link comment-template comments comments-pagination
    comments-pagination-next comments-pagination-numbers comments-pagination-previous comments-query-loop
    comments-title cover-image-placeholder home-link latest-comments latest-posts legacy-widget loginout navigation
    navigation-area navigation-link navigation-overlay-close navigation-submenu page-list page-list-item pattern
    post-author post-author-biography post-author-name post-comment post-comments post-comments-count
    post-comments-form post-comments-link post-content post-date post-excerpt post-featured-image
    post-navigation-link post-template post-terms post-time-to-read post-title query query-no-results
    query-pagination query-pagination-next query-pagination-numbers query-pagination-previous query-title
    query-total read-more rss search site-logo site-tagline site-title social-link tag-cloud template-part
    term-count term-description term-name term-template terms-query widget-area widget-group icon
    """.split()  # noqa: SIM905 - a list of names reads better as a text
)


def dynamic(block: Block, is_filled: bool, scene: Scene) -> str:
    """The block is named; what it holds nevertheless (the label of a link, blocks inside) stays."""
    scene.count("WXR502", str(block.name))
    return ""
